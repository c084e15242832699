import { everyScreen } from './everyScreen';

everyScreen(1);
