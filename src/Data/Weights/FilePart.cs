namespace Research.Data.Weights;

/// <summary>Numbers at a place of a file.</summary>
internal static class FilePart
{
    /// <exception cref="Numerics.ResearchException">The file cannot be read there any more.</exception>
    public static float[] Numbers(string path, long offset, NumberType type, IReadOnlyList<int> shape) =>
        OpenedFile.Read(
            path,
            file =>
            {
                file.Position = offset;
                return NumberTypes.Read(file, type, shape.Aggregate(1, (product, size) => product * size));
            }
        );
}
