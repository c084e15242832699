import type * as Api from '#api';

export type DemoMessages = Api.DemoMailboxView;
export type DemoMessage = Api.DemoDemoMessage;
