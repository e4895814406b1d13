(() => {
  const form = document.getElementById("filter")
  if (!form) return
  const words = document.getElementById("words")
  const rule = document.getElementById("rule")
  const shown = document.getElementById("shown")
  const findings = Array.from(document.querySelectorAll(".finding"), (e) => ({ e, text: e.textContent.toLowerCase() }))
  const apply = () => {
    const on = Array.from(form.querySelectorAll("input:checked"), (e) => e.value)
    const sought = words.value.toLowerCase().split(/\s+/)
    let count = 0
    for (const f of findings) {
      const fits = on.includes(f.e.dataset.severity) && (!rule.value || rule.value === f.e.dataset.rule) && sought.every((w) => f.text.includes(w))
      f.e.hidden = !fits
      if (fits) count++
    }
    shown.textContent = count + " " + shown.dataset.text + " " + findings.length
  }
  const reveal = () => {
    const target = location.hash.startsWith("#f-") && document.getElementById(location.hash.slice(1))
    if (target && target.hidden) {
      form.reset()
      apply()
      target.scrollIntoView()
    }
  }
  form.hidden = false
  form.addEventListener("input", apply)
  form.addEventListener("submit", (e) => e.preventDefault())
  form.addEventListener("reset", () => setTimeout(apply))
  addEventListener("hashchange", reveal)
  apply()
})()
