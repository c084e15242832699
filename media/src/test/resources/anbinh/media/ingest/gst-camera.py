"""An RTSP server on GStreamer's own implementation, to test against.

Usage: gst-camera.py h264|h265 FILE [--auth md5|basic USER PASSWORD]
Prints "port N" on standard output when it listens on loopback. Serves FILE's video at /camera,
every parameter set repeated before each key picture, and ends when standard input ends.
"""

import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer


def main():
    codec, path = sys.argv[1], sys.argv[2]
    options = sys.argv[3:]
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")

    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        f'( filesrc location="{path}" ! qtdemux ! {codec}parse config-interval=-1'
        f" ! rtp{codec}pay name=pay0 pt=96 mtu=1400 )"
    )
    factory.set_shared(False)

    if "--auth" in options:
        at = options.index("--auth")
        method, user, password = options[at + 1 : at + 4]
        auth = GstRtspServer.RTSPAuth()
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "viewer")
        if method == "basic":
            auth.set_supported_methods(GstRtsp.RTSPAuthMethod.BASIC)
            auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
        else:
            auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
            auth.add_digest(user, password, token)
        server.set_auth(auth)
        factory.add_role_from_structure(
            Gst.Structure.from_string(
                "viewer,media.factory.access=(boolean)true,media.factory.construct=(boolean)true"
            )[0]
        )

    server.get_mount_points().add_factory("/camera", factory)
    server.attach(None)
    print("port", server.get_bound_port(), flush=True)

    loop = GLib.MainLoop()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.quit()), daemon=True).start()
    loop.run()


main()
