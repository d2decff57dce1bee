"""The documents: their links lead somewhere, their code runs and shows what comes out, the site builds."""
