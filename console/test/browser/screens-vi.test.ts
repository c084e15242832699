import { everyScreen } from './everyScreen';

everyScreen(0);
