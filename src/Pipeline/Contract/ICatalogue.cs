namespace Research.Pipeline;

/// <summary>What an assembly of experiments offers: one public class in it implements this.</summary>
public interface ICatalogue
{
    IReadOnlyList<Study> Studies { get; }
}
