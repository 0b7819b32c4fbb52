namespace Research.Experiments.Recognition;

/// <summary>What an experiment keeps of a trained model: its card and what was learned. The settings are the experiment's own.</summary>
public static class TrainedFile
{
    /// <summary>Name of the file about a dataset.</summary>
    public static string NameOf(string dataset) => $"{dataset}.trained";

    public static byte[] Write(ModelCard card, Action<BinaryWriter> weights)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, card);
            weights(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>The card; the reader then stands at what was learned.</summary>
    public static ModelCard Read(BinaryReader reader) =>
        new()
        {
            Title = reader.ReadString(),
            Labels = ReadList(reader, reader.ReadString),
            Dataset = reader.ReadString(),
            DatasetVersion = reader.ReadString(),
            DatasetDigest = reader.ReadString(),
            Synthetic = reader.ReadBoolean(),
            LearnedFrom = reader.ReadInt32(),
            Score = new(reader.ReadString(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble()),
            Seen = new(
                ReadList(reader, reader.ReadInt32),
                reader.ReadDouble(),
                reader.ReadDouble(),
                reader.ReadDouble(),
                reader.ReadDouble()
            ),
            Note = reader.ReadString(),
        };

    private static void Write(BinaryWriter writer, ModelCard card)
    {
        writer.Write(card.Title);
        writer.Write(card.Labels.Count);
        foreach (string label in card.Labels)
        {
            writer.Write(label);
        }

        writer.Write(card.Dataset);
        writer.Write(card.DatasetVersion);
        writer.Write(card.DatasetDigest);
        writer.Write(card.Synthetic);
        writer.Write(card.LearnedFrom);
        writer.Write(card.Score.Split);
        writer.Write(card.Score.Items);
        writer.Write(card.Score.Accuracy);
        writer.Write(card.Score.UnweightedAverageRecall);
        writer.Write(card.Seen.SampleRatesHz.Count);
        foreach (int rate in card.Seen.SampleRatesHz)
        {
            writer.Write(rate);
        }

        writer.Write(card.Seen.ShortestSeconds);
        writer.Write(card.Seen.LongestSeconds);
        writer.Write(card.Seen.QuietestDecibels);
        writer.Write(card.Seen.LoudestDecibels);
        writer.Write(card.Note);
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<T> read)
    {
        var list = new T[reader.ReadInt32()];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = read();
        }

        return list;
    }
}
