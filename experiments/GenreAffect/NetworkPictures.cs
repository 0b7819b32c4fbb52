namespace Research.Experiments.GenreAffect;

/// <summary>filters.csv and activations.csv: what a trained convolutional network looks for, and what its blocks make of one clip.</summary>
internal static class NetworkPictures
{
    private const string FiltersTable = "filters";
    private const string ActivationsTable = "activations";
    private const string Input = "input";

    public static IReadOnlyList<Chart> Charts() =>
        [
            new TilesChart(
                FiltersTable,
                "Filters of the first block",
                "Weights of the first convolution's filters, three frames by three bands each, of the network with hidden stretches, first seed."
            )
            {
                Tile = "filter",
                X = new("frame", "frames"),
                Y = new("band", "bands"),
                Value = new("weight", "weight"),
            },
            new TilesChart(
                ActivationsTable,
                "What the blocks make of a clip",
                "The clip's mel bands as the network hears them, and the four maps of each block with the highest means. Each block pools, so that maps become coarser."
            )
            {
                Panels = "block",
                Tile = "map",
                X = new("frame", "frames"),
                Y = new("band", "bands"),
                Value = new("value", "activation"),
            },
        ];

    /// <param name="result">Of a <see cref="NetworkPictureTrial"/>.</param>
    public static IEnumerable<ResultTable> Tables(TrialResult result, int blocks)
    {
        yield return FiltersOf(NetworkPictureTrial.Of(result, NetworkPictureTrial.Filters));
        var activations = new ResultTable(
            ActivationsTable,
            Column.Text("block"),
            Column.Text("map"),
            Column.Count("frame"),
            Column.Count("band"),
            Column.Number("value", 4)
        );
        (string item, NetworkMaps input) = NetworkPictureTrial.Input(result);
        Add(activations, input, $"{Input}: {item}");
        foreach (string block in Enumerable.Range(0, blocks).Select(NetworkPictureTrial.Block))
        {
            Add(activations, NetworkPictureTrial.Of(result, block), block);
        }

        yield return activations;
    }

    private static ResultTable FiltersOf(NetworkMaps filters)
    {
        var table = new ResultTable(
            FiltersTable,
            Column.Text("filter"),
            Column.Count("frame"),
            Column.Count("band"),
            Column.Number("weight", 4)
        );
        foreach ((int map, int frame, int band) in Places(filters))
        {
            table.Add($"{map + 1}", frame, band, filters.At(map, frame, band));
        }

        return table;
    }

    private static void Add(ResultTable table, NetworkMaps maps, string block)
    {
        foreach ((int map, int frame, int band) in Places(maps))
        {
            table.Add(block, $"{map + 1}", frame, band, maps.At(map, frame, band));
        }
    }

    private static IEnumerable<(int Map, int Frame, int Band)> Places(NetworkMaps maps) =>
        from map in Enumerable.Range(0, maps.Count)
        from frame in Enumerable.Range(0, maps.Frames)
        from band in Enumerable.Range(0, maps.Bands)
        select (map, frame, band);
}
