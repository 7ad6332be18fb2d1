/** Whether what clients were told about their writes is true. */
package proctp.contract.ledger;
