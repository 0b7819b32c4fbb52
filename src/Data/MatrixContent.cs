using Research.Numerics;

namespace Research.Data;

/// <summary>Numbers in rows and columns: a spectrogram, the notes of a piece, a row of a table.</summary>
public sealed class MatrixContent : ItemContent<Matrix>
{
    /// <summary>Content that is in memory already.</summary>
    public MatrixContent(Matrix value)
        : base(value) { }

    /// <summary>Content that is read when it is first asked for.</summary>
    /// <param name="load">Called once, by any thread; its failures name the file.</param>
    public MatrixContent(Func<Matrix> load)
        : base(load) { }

    internal override ItemContent Anew() => Loader is { } load ? new MatrixContent(load) : this;

    internal override string Kind => "a matrix";
}
