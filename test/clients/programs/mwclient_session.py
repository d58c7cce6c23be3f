"""Signs in to a wiki with mwclient, asks who it is, and signs out; says what it saw as JSON."""

import json
import sys
from urllib.parse import urlsplit

import mwclient

api, name, password = sys.argv[1:4]
site = mwclient.Site(urlsplit(api).netloc, scheme="http", path="/w/")
seen = {"client": mwclient.__version__, "version": list(site.version), "before": site.logged_in}
try:
    site.login(name, password)
except mwclient.errors.LoginError as error:
    seen["error"] = {"class": type(error).__name__, "code": error.code, "text": str(error)}
else:
    seen["name"] = site.username
    seen["groups"] = site.groups
    seen["rights"] = site.rights
    seen["namespace"] = site.namespaces[2]
    seen["token"] = site.get_token("csrf")
    try:
        site.post("logout", token="bad")
    except mwclient.errors.APIError as error:
        seen["refused"] = {"code": error.code, "text": error.info}
    seen["signed out"] = site.post("logout", token=seen["token"])
    site.get("query")
    seen["after"] = site.logged_in
print(json.dumps(seen))
