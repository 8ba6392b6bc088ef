export {startMock, type Mock, type MockOptions} from './index.js';
