// Calls to the server, by the protocol that Gradio documents for programs without its client.

const BASE = "/gradio_api";

export class Busy extends Error {}
export class Lost extends Error {}

async function post(address, body) {
  let response;
  try {
    response = await fetch(BASE + address, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ data: [body] }),
    });
  } catch (error) {
    throw new Lost(error.message);
  }
  if (response.status === 503) throw new Busy();
  // The log-in has ended: the page shows it again.
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Lost(`${response.status}`);
  return response.json();
}

const withLanguage = (payload) => ({ language: document.documentElement.lang, ...payload });

/** Asks what is answered at once. */
export async function call(name, payload = {}) {
  return (await post(`/run/page_${name}`, withLanguage(payload))).data[0];
}

/** Asks what waits in the queue; yields the replies as they come. */
export async function* stream(name, payload = {}, signal = undefined) {
  const { event_id: id } = await post(`/call/page_${name}`, withLanguage(payload));
  let response;
  try {
    response = await fetch(`${BASE}/call/page_${name}/${id}`, { signal });
    for await (const [event, data] of events(response.body)) {
      if (event === "error") throw new Lost(data);
      if (event === "heartbeat") continue;
      const reply = JSON.parse(data);
      // The last event of a stream repeats its last reply, or has none.
      if (event === "complete") { if (reply && reply[0]) yield reply[0]; return; }
      yield reply[0];
    }
  } catch (error) {
    if (error.name === "AbortError") return;
    throw error instanceof Lost ? error : new Lost(error.message);
  }
  throw new Lost("The stream broke off.");
}

/** The last reply of a stream. */
export async function last(name, payload = {}) {
  let reply = null;
  for await (reply of stream(name, payload)) { /* the last one counts */ }
  if (!reply) throw new Lost("The stream had nothing.");
  return reply;
}

async function* events(body) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let kept = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    kept += decoder.decode(value, { stream: true });
    const parts = kept.split("\n\n");
    kept = parts.pop();
    for (const part of parts) {
      const fields = Object.fromEntries(part.split("\n").map((line) => line.split(/: ?(.*)/s, 2)));
      yield [fields.event, fields.data];
    }
  }
}

/** Sends a file; calls `progress` with a share from 0 to 1, and resolves with the path that the server gave it. */
export function upload(file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("files", file);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => (request.status === 200 ? resolve(JSON.parse(request.responseText)[0])
      : reject(request.status === 413 ? new RangeError() : new Lost(`${request.status}`)));
    request.onerror = () => reject(new Lost("upload"));
    request.open("POST", `${BASE}/upload`);
    request.send(form);
  });
}

/** Ends the log-in; the page shows it again. */
export async function logOut() {
  await fetch("/logout", { method: "POST" });
  location.replace("/");
}

/** Tells the server that nobody waits any more, as the page goes. */
export function sendStop(run) {
  const body = new Blob([JSON.stringify({ data: [{ run }] })], { type: "application/json" });
  navigator.sendBeacon(`${BASE}/run/page_stop`, body);
}
