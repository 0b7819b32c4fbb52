using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>Tensors of a pretrained network by name, as bytes: their count, then name and numbers of each, in ordinal order of the names.</summary>
public static class TensorsFile
{
    private const int LeastBytes = 9; // a name's length and a matrix's counts

    public static void Write(BinaryWriter writer, IReadOnlyDictionary<string, Matrix> tensors)
    {
        writer.Write(tensors.Count);
        foreach ((string name, Matrix values) in tensors.OrderBy(tensor => tensor.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            MatrixBinary.Write(writer, values);
        }
    }

    /// <exception cref="EndOfStreamException">They are cut off, or fewer than their count says.</exception>
    /// <exception cref="InvalidDataException">A count is negative, or two have one name.</exception>
    public static IReadOnlyDictionary<string, Matrix> Read(BinaryReader reader)
    {
        int count = CountedBinary.ReadCount(reader, LeastBytes);
        var tensors = new Dictionary<string, Matrix>();
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            if (!tensors.TryAdd(name, MatrixBinary.Read(reader)))
            {
                throw new InvalidDataException($"Two tensors are called '{name}'; the data are damaged.");
            }
        }

        return tensors;
    }
}
