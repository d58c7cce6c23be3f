"""The requests of the documentation's sample programs, in their order, with python-requests; says the answers as JSON."""

import json
import sys

import requests

api, site, bot_name, bot_password, name, password = sys.argv[1:7]


def token(session, kind, key):
    """A token as the samples fetch it: by GET, in the first format."""
    params = {"action": "query", "meta": "tokens", "type": kind, "format": "json"}
    return session.get(url=api, params=params).json()["query"]["tokens"][key]


def send(session, **params):
    return session.post(api, data={**params, "format": "json"}).json()


said = {"client": requests.__version__}

bot = requests.Session()
said["login"] = send(
    bot, action="login", lgname=bot_name, lgpassword=bot_password, lgtoken=token(bot, "login", "logintoken")
)
said["whoami"] = bot.get(api, params={"action": "query", "meta": "userinfo", "format": "json"}).json()
said["logout"] = send(bot, action="logout", token=token(bot, "csrf", "csrftoken"))

wrong = requests.Session()
said["wrong"] = send(
    wrong, action="login", lgname=bot_name, lgpassword="z" * 32, lgtoken=token(wrong, "login", "logintoken")
)

person = requests.Session()
said["clientlogin"] = send(
    person,
    action="clientlogin",
    username=name,
    password=password,
    loginreturnurl="http://127.0.0.1:5000/",
    logintoken=token(person, "login", "logintoken"),
)

maker = requests.Session()
said["createaccount"] = send(
    maker,
    action="createaccount",
    createtoken=token(maker, "createaccount", "createaccounttoken"),
    username="Sample",
    password="S0me-Longer-One",
    retype="S0me-Longer-One",
    createreturnurl=site,
)

anybody = requests.Session()
said["validatepassword"] = send(anybody, action="validatepassword", password="S0me-Longer-One", user="Nobody yet")
said["no password"] = send(anybody, action="validatepassword", password="", user="Nobody yet")

forgetful = requests.Session()
send(
    forgetful, action="login", lgname=name, lgpassword=password, lgtoken=token(forgetful, "login", "logintoken")
)
said["resetpassword"] = send(
    forgetful, action="resetpassword", user=name, token=token(forgetful, "csrf", "csrftoken")
)

# The same sign-in as a form with parts.
parts = requests.Session()
fields = {
    "action": "login",
    "format": "json",
    "lgname": bot_name,
    "lgpassword": bot_password,
    "lgtoken": token(parts, "login", "logintoken"),
}
said["multipart"] = parts.post(api, files={key: (None, value) for key, value in fields.items()}).json()

print(json.dumps(said))
