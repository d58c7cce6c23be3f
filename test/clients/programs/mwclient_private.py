"""Signs in with mwclient to a wiki that visitors cannot read; says what it saw as JSON."""

import json
import sys
from urllib.parse import urlsplit

import mwclient

api, name, password = sys.argv[1:4]
site = mwclient.Site(urlsplit(api).netloc, scheme="http", path="/w/")
started = site.initialized
site.login(name, password)
print(json.dumps({"started": started, "name": site.username}))
