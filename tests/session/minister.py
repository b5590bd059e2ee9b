"""A few stories about one invented minister, for what is told of many stories at once: three of one day, one of another."""

STORIES = {
    "order.txt": "Date: 2018-04-27T08:10:00Z\nSource: Sample Wire\n\nNorway orders NASAMS batteries\n\n"
    "OSLO (Sample Wire) - Norway ordered 40 NASAMS launchers on Friday, Defense Minister Kari Holm said.\n\n"
    "“We will not wait for the next crisis,” Holm told reporters in Oslo.\n",
    "warning.txt": "Date: 2018-04-27T11:40:00Z\nSource: Probe Press\n\nHolm warns Russia over drills\n\n"
    "BODO, Norway (Probe Press) - Norwegian Defense Minister Kari Holm warned Russia on Friday against drills near the border."
    "\n\n“We will not wait for the next crisis,” she said. Kari Holm also met NATO chief Jens Dahl.\n",
    "fire.txt": "Date: 2018-04-27T11:55:00Z\nSource: Meridian\n\nShipyard fire injures workers\n\n"
    "BERGEN (Meridian) - A fire at a shipyard in Bergen wounded at least nine workers on Friday, police said.\n\n"
    "Minister Holm promised help for the town.\n",
    "critics.txt": "Date: 2018-04-25T09:00:00Z\nSource: Meridian\n\nRussia criticizes Norway\n\n"
    "MOSCOW (Meridian) - Russia criticized Kari Holm, the Norwegian defense minister, on Wednesday.\n",
}
"""File names and texts."""
