/** The form in which this browser records what the server takes: sound in MP4. Null where it cannot. */
export function voiceForm(): string | null {
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return null;
  return ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4'].find((each) => MediaRecorder.isTypeSupported(each)) ?? null;
}

export interface Recording {
  stop(): Promise<Blob>;
}

let heard: MediaStream | null = null;

/** Lets go of the microphone at once; what was recorded is lost. */
export function stopHearing(): void {
  for (const track of heard?.getTracks() ?? []) track.stop();
  heard = null;
}

/** Records until it is stopped; asks for the microphone, which is let go of at the end. */
export async function record(form: string): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  heard = stream;
  const recorder = new MediaRecorder(stream, { mimeType: form, audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const stopped = new Promise<void>((done) => (recorder.onstop = () => done()));
  recorder.start();
  return {
    stop: async () => {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      for (const track of stream.getTracks()) track.stop();
      heard = null;
      return new Blob(parts, { type: 'audio/mp4' });
    },
  };
}
