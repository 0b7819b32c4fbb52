namespace Research.Models.Training.Schedules;

/// <summary>A schedule under way: sets its optimiser's rate before each update, or after each epoch.</summary>
/// <remarks>It follows from the updates and metrics that it was told, so that a resumed training tells it those of the past again.</remarks>
internal abstract class ScheduleRun
{
    public virtual void BeforeUpdate() { }

    /// <param name="metric">The monitored metric; null if none is.</param>
    public virtual void AfterEpoch(double? metric) { }

    /// <summary>Tells of an epoch that an earlier process trained.</summary>
    public void Repeat(int updates, double? metric)
    {
        for (int i = 0; i < updates; i++)
        {
            BeforeUpdate();
        }

        AfterEpoch(metric);
    }
}
