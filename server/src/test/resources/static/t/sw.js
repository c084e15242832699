// the worker of the phone app
