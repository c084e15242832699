// Every screen of the console with who sees it and when it is ready.
export function screens(stub) {
  const { cameras, cases, evidence } = stub.world;
  const at = new Date(Math.floor(stub.world.now() / 3_600_000) * 3_600_000 - 3_600_000 + 8 * 60_000).toISOString();
  return [
    { name: 'sign-in', path: '/sign-in', user: null, full: true },
    { name: 'cameras', path: '/cameras', user: 'truc', settle: 2500 },
    { name: 'cameras-down', path: '/cameras?state=down', user: 'tatca' },
    { name: 'cameras-list', path: '/cameras?view=list', user: 'quantri', full: true },
    { name: 'camera', path: `/cameras/${cameras[0].id}`, user: 'tatca', settle: 2000 },
    { name: 'camera-down', path: `/cameras/${cameras[2].id}`, user: 'tatca', settle: 3000 },
    { name: 'camera-day', path: `/cameras/${cameras[0].id}?tab=day`, user: 'truc' },
    { name: 'camera-h265', path: `/cameras/${cameras[6].id}?tab=about`, user: 'truc' },
    { name: 'camera-new', path: '/cameras/new', user: 'quantri', full: true },
    { name: 'wall', path: '/wall/4', user: 'truc', settle: 2500 },
  ];
}
