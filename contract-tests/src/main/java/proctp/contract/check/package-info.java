/**
 * The wire contract's rules as a program that holds any server to them from outside: {@link proctp.contract.check.ContractCheck}.
 * It knows nothing of what the server holds but the number of one plan, and shares no code with the servers that it judges.
 */
package proctp.contract.check;
