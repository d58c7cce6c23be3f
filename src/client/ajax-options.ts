/** How requests are sent: the options of `jQuery.ajax` that apply. */
export interface AjaxOptions {
  /** Address of `api.php`. In a page the wiki's own; elsewhere it has to be given. */
  readonly url?: string | URL;
  /** Milliseconds; 0 = none. Default 30,000. */
  readonly timeout?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: 'GET' | 'POST';
  /** `multipart/form-data` sends the parameters as a form of that type. */
  readonly contentType?: string;
  /** `withCredentials`: in a page, send the cookies of another site too. */
  readonly xhrFields?: { readonly withCredentials?: boolean };
  /** Aborts the request. */
  readonly signal?: AbortSignal;
}
