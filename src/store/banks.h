/* Banks by name, for the files that look into one. */
#ifndef PROCTOR_STORE_BANKS_H
#define PROCTOR_STORE_BANKS_H

#include "proctor/store/catalog.h"

#include "db.h"

/* ERR_NOT_FOUND with the nearest name there is. False. */
bool bank_refuse_unknown(struct db *db, struct str name, struct error *err);

#endif
