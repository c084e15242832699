declare module 'owner-text:vi' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'owner-text:en' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'owner-text:ar' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'text:vi' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'text:en' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'text:ar' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'phone-text:vi' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'phone-text:en' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'phone-text:ar' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'report-text:vi' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'report-text:en' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'report-text:ar' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'more-text:vi' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'more-text:en' {
  const messages: Record<string, string>;
  export default messages;
}
declare module 'more-text:ar' {
  const messages: Record<string, string>;
  export default messages;
}
