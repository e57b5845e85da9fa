// The log-in. A cookie that this code cannot read carries it from then on.

const form = document.getElementById("login");
const said = document.getElementById("said");

async function attempt() {
  const response = await fetch("/login", { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (response.ok) { location.reload(); return ""; }
  if (response.status !== 429) return form.dataset.wrong;
  return form.dataset.wait.replace("{seconds}", response.headers.get("retry-after"));
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  said.textContent = "";
  said.textContent = await attempt().catch(() => form.dataset.lost);
  if (said.textContent) form.elements.password.select();
});
