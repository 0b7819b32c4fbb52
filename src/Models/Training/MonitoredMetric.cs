using Research.Models.Training.Schedules;

namespace Research.Models.Training;

/// <summary>The value of an epoch by which early stopping and ReduceOnPlateau judge it.</summary>
public sealed record MonitoredMetric
{
    /// <summary>For example validation_loss.</summary>
    public required string Name { get; init; }

    public required Better Better { get; init; }

    /// <summary>The loss on the validation items; lower is better.</summary>
    public static MonitoredMetric ValidationLoss => new() { Name = MetricNames.ValidationLoss, Better = Better.Lower };

    /// <exception cref="Numerics.ResearchException">The epoch has no value of that name.</exception>
    internal double Of(EpochRecord epoch) =>
        epoch.Values.Has(Name)
            ? epoch.Values[Name]
            : throw new Numerics.ResearchException(
                $"The monitored metric '{Name}' is not among the values of epoch {epoch.Epoch}: {string.Join(", ", epoch.Values.Items.Select(item => item.Name))}. Monitor one of these, or let the validation return it."
            );
}
