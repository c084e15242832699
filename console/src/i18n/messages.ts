import type { Language } from './language';

type Messages = Record<string, string>;
type Loaders = Record<Language, () => Promise<{ default: Messages }>>;

const first: Loaders = { vi: () => import('text:vi'), en: () => import('text:en'), ar: () => import('text:ar') };
const rest: Loaders = { vi: () => import('more-text:vi'), en: () => import('more-text:en'), ar: () => import('more-text:ar') };

/** What the modules say that the console begins with. */
export const firstMessages = async (language: Language): Promise<Messages> => (await first[language]()).default;

/** What all others say. */
export const restOfMessages = async (language: Language): Promise<Messages> => (await rest[language]()).default;
