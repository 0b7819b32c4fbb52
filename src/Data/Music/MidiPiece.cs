using Research.Numerics;

namespace Research.Data.Music;

/// <summary>A piece of music as notes.</summary>
/// <param name="Notes">In order of their starts.</param>
/// <param name="Seconds">From the start to the last event of the file.</param>
/// <param name="Beats">Seconds of each quarter note, as the file's tempo has it; none where the file counts in frames of film.</param>
public sealed record MidiPiece(IReadOnlyList<Note> Notes, double Seconds, IReadOnlyList<double> Beats)
{
    private const int Columns = 6;

    /// <summary>The notes as numbers: shape [notes, 6]; start and end in seconds, key, velocity, program, and 1 for drums.</summary>
    public Matrix ToMatrix()
    {
        var matrix = new Matrix(Notes.Count, Columns);
        for (int i = 0; i < Notes.Count; i++)
        {
            Note note = Notes[i];
            double[] row = [note.StartSeconds, note.EndSeconds, note.Key, note.Velocity, note.Program, note.IsDrum ? 1 : 0];
            row.CopyTo(matrix.Row(i));
        }

        return matrix;
    }

    /// <summary>The notes that <see cref="ToMatrix"/> made numbers of.</summary>
    /// <exception cref="ResearchException">The matrix has another number of columns.</exception>
    public static IReadOnlyList<Note> NotesOf(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Columns == Columns
            ? [.. Enumerable.Range(0, matrix.Rows).Select(i => NoteOf(matrix.Row(i)))]
            : throw new ResearchException($"The notes of a piece have {Columns} columns; {matrix.Columns} came.");
    }

    private static Note NoteOf(ReadOnlySpan<double> row) =>
        new(row[0], row[1], (int)row[2], (int)row[3], (int)row[4], row[5] != 0);
}
