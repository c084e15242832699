// What is left to do in a new installation: some of it, so that the page has everything to show.
import { page } from './page.mjs';
import { Refusal } from './refusal.mjs';

const needed = 'SECOND_ADMINISTRATOR';
const done = ['SITE_NAME', 'AREAS', 'CAMERAS'];
const steps = ['SITE_NAME', 'AREAS', needed, 'PEOPLE', 'MESSAGES', 'CAMERAS', 'WITNESS'];

function views(world) {
  return page(
    steps.map((step) => ({
      step,
      state: done.includes(step) ? 'DONE' : world.skippedSteps.has(step) ? 'SKIPPED' : 'LEFT',
      skippable: step !== needed,
      missing: step === 'PEOPLE' ? ['APPROVER', 'AUDITOR'] : [],
    })),
  );
}

function changing(change) {
  return ({ world, params: [step] }) => {
    if (step === needed) throw new Refusal(409, 'setup-step-needed', 'Không bỏ qua được bước này');
    change(world.skippedSteps, step);
    return views(world);
  };
}

export const setupRoutes = [
  ['GET', /^\/api\/setup$/, ({ world }) => views(world)],
  ['POST', /^\/api\/setup\/(\w+)\/skip$/, changing((skipped, step) => skipped.add(step))],
  ['DELETE', /^\/api\/setup\/(\w+)\/skip$/, changing((skipped, step) => skipped.delete(step))],
];
