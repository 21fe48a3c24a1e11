// Shows the cart and places the order.
export async function placeOrder(form) {
  const answer = await fetch('/api/orders', { method: 'POST', body: JSON.stringify(form) });
  if (answer.status === 402) return { declined: true };
  if (!answer.ok) return { failed: true };
  return answer.json();
}
