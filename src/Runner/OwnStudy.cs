using Research.Data.Locking;
using Research.Numerics;
using Research.Pipeline;
using Research.Report;
using Research.Results.Claims;

namespace Research.Runner;

/// <summary>A study of your own: inherit it once, in the namespace of your experiments; the last part of that namespace is the study's name.</summary>
/// <remarks>
/// It has every <see cref="IStudyExperiment"/> of its namespace. Its published figures, if it has any, are the embedded resource claims/NAME/claims.csv.
/// What its documentation says is what the report says of the study.
/// </remarks>
public abstract class OwnStudy : ICatalogue, IReported
{
    private const string NoClaims = "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\n";

    /// <summary>What it is about, for people.</summary>
    public abstract string Title { get; }

    /// <summary>The study, alone.</summary>
    /// <exception cref="ResearchException">It stands in no namespace, or its claims cannot be read.</exception>
    public IReadOnlyList<Study> Studies =>
        [new Study(Name, Title, Claims(), [], profile => FoundExperiments.Beside(GetType(), profile)) { Source = GetType() }];

    /// <inheritdoc/>
    public Action<string, DatasetLock, string> Report => ReportFiles.Write;

    private string Name =>
        GetType().Namespace?.Split('.')[^1]
        ?? throw new ResearchException(
            $"{GetType().Name} stands in no namespace: put it and its experiments into one, whose last part is the study's name."
        );

    private ClaimBook Claims()
    {
        using Stream? stream = GetType().Assembly.GetManifestResourceStream($"claims/{Name}/claims.csv");
        if (stream is null)
        {
            return ClaimBook.Parse(NoClaims);
        }

        using var reader = new StreamReader(stream);
        return ClaimBook.Parse(reader.ReadToEnd());
    }
}
