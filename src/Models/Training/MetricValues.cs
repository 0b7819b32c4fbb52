using Research.Numerics;

namespace Research.Models.Training;

/// <summary>Values by name, in the order in which they were given; equal if names, order and values are.</summary>
public sealed class MetricValues : IEquatable<MetricValues>
{
    /// <exception cref="ArgumentException">A name is empty or given twice.</exception>
    public MetricValues(params IReadOnlyList<(string Name, double Value)> items)
    {
        string[] twice = [.. items.GroupBy(item => item.Name).Where(group => group.Count() > 1).Select(group => group.Key)];
        if (twice.Length > 0 || items.Any(item => string.IsNullOrEmpty(item.Name)))
        {
            throw new ArgumentException(
                $"Every value needs a name of its own; given {Text(items)}. Rename those that share one.",
                nameof(items)
            );
        }

        Items = items;
    }

    public IReadOnlyList<(string Name, double Value)> Items { get; }

    /// <exception cref="KeyNotFoundException">There is no value of that name; names those that there are.</exception>
    public double this[string name] =>
        Has(name)
            ? Items.First(item => item.Name == name).Value
            : throw new KeyNotFoundException($"There is no value named '{name}'; there are: {Text(Items)}.");

    public bool Has(string name) => Items.Any(item => item.Name == name);

    /// <summary>These values, and others after them.</summary>
    /// <exception cref="ArgumentException">Both have a value of the same name.</exception>
    public MetricValues And(MetricValues others) => new([.. Items, .. others.Items]);

    public bool Equals(MetricValues? other) => other is not null && Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as MetricValues);

    public override int GetHashCode() => Items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item));

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Items.Count);
        foreach ((string name, double value) in Items)
        {
            writer.Write(name);
            writer.Write(OneNaN.Of(value));
        }
    }

    internal static MetricValues Read(BinaryReader reader)
    {
        var items = new (string, double)[CountedBinary.ReadCount(reader, 1 + sizeof(double))];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = (reader.ReadString(), reader.ReadDouble());
        }

        return new(items);
    }

    private static string Text(IReadOnlyList<(string Name, double Value)> items) =>
        items.Count == 0 ? "none" : string.Join(", ", items.Select(item => $"'{item.Name}'"));
}
