# wants: the processor by a number of a billion digits
# success: the run goes on past its limit
# variants: preset
import decimal

decimal.getcontext().prec = decimal.MAX_PREC
decimal.getcontext().Emax = decimal.MAX_EMAX
decimal.Decimal(2) ** 10**12
