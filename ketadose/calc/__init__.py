"""The verbs: dose, infusion, injection, devices, course."""
