namespace Research.Models.Training;

/// <summary>Means over an epoch's items of the batches' losses.</summary>
internal sealed class EpochLosses
{
    private string[]? _names;
    private double[] _sums = [];
    private int _items;

    /// <exception cref="InvalidOperationException">Other losses than the batches before had.</exception>
    public void Add(MetricValues losses, int items)
    {
        string[] names = [.. losses.Items.Select(item => item.Name)];
        if (_names is null)
        {
            (_names, _sums) = (names, new double[names.Length]);
        }
        else if (!names.SequenceEqual(_names))
        {
            throw new InvalidOperationException(
                $"The step returned the losses {string.Join(", ", names)} after {string.Join(", ", _names)} in an earlier batch. Return the same names for every batch."
            );
        }

        for (int i = 0; i < names.Length; i++)
        {
            _sums[i] += losses.Items[i].Value * items;
        }

        _items += items;
    }

    public MetricValues Means() => new([.. _names!.Select((name, i) => (name, _sums[i] / _items))]);
}
