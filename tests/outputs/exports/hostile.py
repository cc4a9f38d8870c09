"""Texts that would do harm if any output took them for more than text; ids that would escape."""

TEXTS = {
    "script": "<script>document.title='PWNED'</script>",
    "script-end": "</script><script>document.title='PWNED'</script>",
    "image": "<img src=x onerror=\"document.title='PWNED'\">",
    "svg": "<svg onload=\"document.title='PWNED'\">",
    "comment": "<!--<script>",
    "template": "{{data}} {{script}} {{texts}} $& $1 ${1}",
    "javascript-url": "javascript:document.title='PWNED'",
    "line-separators": "one\u2028two\u2029three\x85four",
    "bidi": "prison \u202egnp.exe\u202c and \u2066more",
    "formula": '=HYPERLINK("http://x.example","y")',
    "formula-of-others": "@SUM(1+1)*cmd|' /C calc'!A0",
}
# What the ids of articles can be: letters, digits and ._-, 150 characters at most.
IDS = ["..-..-x", "con", "x" * 150, "Riot", "RIOT", "-", "a.b", "__proto__", "constructor"]
