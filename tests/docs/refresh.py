"""Write the output of every example, and every generated list, into the documents: `python -m tests.docs.refresh`.

Run it after a change of rules or commands, and read the diff: it shows what users will see otherwise than before.
"""

import sys
import tempfile
from pathlib import Path

from tests.docs.documents import documents, generated_afresh, name_of, run_afresh
from tests.docs.running import Folder


def main() -> int:
    """Refresh all documents and say which changed."""
    with tempfile.TemporaryDirectory() as path:
        folder = Folder.made_in(Path(path))
        for document in documents():
            text = document.read_text(encoding="utf-8")
            fresh = run_afresh(generated_afresh(text), folder)
            if fresh != text:
                document.write_text(fresh, encoding="utf-8", newline="\n")
                print(f"changed: {name_of(document)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
