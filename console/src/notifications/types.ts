import type * as Api from '#api';

export type Notification = Api.NotificationNotification;
export type Unread = Api.NotificationUnread;
export type Address = Api.NotificationAddressView;
export type Channel = Address['channel'];
export type NotificationPreferences = Api.NotificationPreferencesView;
export type NotificationPreferencesForm = Api.NotificationPreferencesForm;
