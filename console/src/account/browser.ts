const programs: [RegExp, string][] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/coc_coc_browser\/(\d+)/, 'Cốc Cốc'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:HeadlessChrome|Chrome)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome 156 · Linux` of what a browser says of itself; empty where nothing is recognised. */
export function browserName(agent: string): string {
  const program = programs.find(([pattern]) => pattern.test(agent));
  const system = systems.find(([pattern]) => pattern.test(agent));
  const named = program ? `${program[1]} ${program[0].exec(agent)![1]}` : '';
  return [named, system?.[1]].filter(Boolean).join(' · ') || agent.slice(0, 40);
}
