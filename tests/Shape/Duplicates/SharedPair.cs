namespace Research.Shape.Duplicates;

/// <summary>Two places that share lines: the longest run of two files, or of one file with itself.</summary>
/// <param name="First">File of the first place.</param>
/// <param name="FirstLines">First and last line there.</param>
/// <param name="Second">File of the second place.</param>
/// <param name="SecondLines">First and last line there.</param>
/// <param name="Length">Lines of code in the run.</param>
public sealed record SharedPair(
    string First,
    (int From, int To) FirstLines,
    string Second,
    (int From, int To) SecondLines,
    int Length
)
{
    public override string ToString() =>
        $"{First}:{FirstLines.From}-{FirstLines.To} ~ {Second}:{SecondLines.From}-{SecondLines.To} ({Length} lines)";
}
