using System.Collections;

namespace Research.Data;

/// <summary>Items whose contents nobody keeps: each time that one is asked for, it is one of its own, which reads its content when it is first asked for and is gone with it.</summary>
/// <remarks>For very many items that are looked at one after the other. Whoever asks twice for the same item reads it twice.</remarks>
public sealed class PassingItems : IReadOnlyList<Item>
{
    private readonly IReadOnlyList<Item> _items;
    private readonly int _from;

    /// <param name="items">All items.</param>
    /// <param name="from">The first, from 0.</param>
    /// <param name="to">The one after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such items.</exception>
    public PassingItems(IReadOnlyList<Item> items, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, items.Count);
        (_items, _from, Count) = (items, from, to - from);
    }

    public int Count { get; }

    public Item this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            Item item = _items[_from + index];
            return item with { Content = item.Content.Anew() };
        }
    }

    public IEnumerator<Item> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
