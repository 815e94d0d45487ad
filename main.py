"""Start evacplan."""

from evacplan.start import main

raise SystemExit(main())
