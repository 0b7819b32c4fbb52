namespace Research.Experiments;

/// <summary>Logistic regression over a user's own features: a row of a table, or the means and deviations of an array's columns.</summary>
internal sealed class MatrixClassifier(ModelCard card, MatrixShape shape, Standardizer scaling, LogisticRegression model)
    : MatrixRecognizer(card, KindName, shape)
{
    public const string KindName = "matrix";

    public const string Note = "Probabilities of a multinomial logistic regression over features that its user computed.";

    /// <summary>The vectors that it learns from.</summary>
    public static OwnVectors VectorsOf(OwnData own) => new() { Data = own.Reference, OfArrays = own.Shape!.Columns is null };

    public override Answer Answer(Matrix values)
    {
        Matrix scaled = scaling.Apply(Matrix.OfRows([OwnVectors.Of(values, Shape.Columns is null)]));
        return new(model.Probabilities(scaled).Row(0).ToArray(), Familiarity.OfStandardised(scaled.Row(0)));
    }

    public override void WriteWeights(BinaryWriter writer) => VectorFile.Write(writer, scaling, model);

    /// <exception cref="InvalidDataException">The shape is not that of the weights.</exception>
    public static Recognizer Read(ModelCard card, MatrixShape shape, BinaryReader reader)
    {
        (Standardizer scaling, LogisticRegression model) = VectorFile.Read(reader);
        int values = scaling.Mean.Length;
        bool fits = shape.Columns is { } names ? names.Count == shape.Width && shape.Width == values : 2L * shape.Width == values;
        return fits && shape.Width > 0
            ? new MatrixClassifier(card, shape, scaling, model)
            : throw new InvalidDataException(
                $"it takes items of {shape.Width} columns, {shape.Columns?.Count ?? 0} of them named, and has weights for {values} values."
            );
    }
}

internal sealed class MatrixModelKind() : ModelKind<MatrixShape>(MatrixClassifier.KindName, MatrixClassifier.Read);
