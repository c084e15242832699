import { everyScreen } from './everyScreen';

everyScreen(2);
