# SPDX-License-Identifier: EUPL-1.2
"""What the checks of this folder share: the files of the repository, C++ without its comments, and the report."""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(*patterns):
    """Tracked and new files that match any pattern of git's (such as "*.cc"), without what .gitignore names."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    return sorted(name for name in set(names) if name and (ROOT / name).is_file())


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


TOKEN = re.compile(
    r"""//[^\n]* | /\*.*?\*/ | R"(?P<tag>[^()\\\s]*)\((?P<raw>.*?)\)(?P=tag)" | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])+'""",
    re.DOTALL | re.VERBOSE)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def code_of(text):
    """C++ with comments and literals blanked, line for line."""
    def replace(match):
        # 1'000 is a number, not the start of a character
        if match.group().startswith("'") and match.start() and text[match.start() - 1].isalnum():
            return match.group()
        return blank(match.group())
    return TOKEN.sub(replace, text)


def literals_of(text):
    """C++ with everything but string literals blanked, line for line."""
    out, end = [], 0
    for match in TOKEN.finditer(text):
        out.append(blank(text[end:match.start()]))
        out.append(match.group() if match.group()[0] in 'R"' else blank(match.group()))
        end = match.end()
    return "".join(out) + blank(text[end:])


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def report(what, findings, how_to_mend):
    """Says what was checked, then each finding, then how to mend it; ends the program."""
    for finding in findings:
        print(finding, file=sys.stderr)
    name = os.path.basename(sys.argv[0])
    if findings:
        print(f"{name}: {len(findings)} findings. {how_to_mend}", file=sys.stderr)
        sys.exit(1)
    print(f"{name}: {what}")
