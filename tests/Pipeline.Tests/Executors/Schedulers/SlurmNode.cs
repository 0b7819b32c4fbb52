using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Research.Pipeline.Tests.Executors.Schedulers;

/// <summary>A Slurm of two nodes on this machine, with folders, keys and ports of its own. Only where RESEARCH_TEST_SLURM is 1, as root, with Debian's slurm-wlm installed.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SlurmNode : IDisposable
{
    public const string Variable = "RESEARCH_TEST_SLURM";

    /// <summary>A partition whose jobs take the place of others.</summary>
    public const string Urgent = "urgent";

    private static readonly string[] Nodes = ["n1", "n2"];

    private readonly List<Process> _daemons = [];

    public SlurmNode()
    {
        Folder = Directory.CreateTempSubdirectory("research-slurm-").FullName;
        string conf = Path.Combine(Folder, "slurm.conf");
        foreach (string part in (string[])["state", "logs", .. Nodes.Select(node => "spool-" + node)])
        {
            Directory.CreateDirectory(Path.Combine(Folder, part));
        }

        string key = Path.Combine(Folder, "munge.key");
        File.WriteAllBytes(key, RandomNumberGenerator.GetBytes(32));
        File.SetUnixFileMode(key, UnixFileMode.UserRead);
        File.SetUnixFileMode(Folder, (UnixFileMode)0b111_101_101); // munged wants its socket's folder open
        File.WriteAllText(conf, Configuration(Folder));
        Environment.SetEnvironmentVariable("SLURM_CONF", conf);
        Start(
            "munged",
            "-F",
            "-f",
            "-S",
            Path.Combine(Folder, "munge.socket"),
            "--key-file=" + key,
            "--pid-file=" + Path.Combine(Folder, "munge.pid"),
            "--log-file=" + Path.Combine(Folder, "logs", "munge.log"),
            "--seed-file=" + Path.Combine(Folder, "munge.seed")
        );
        Until(() => File.Exists(Path.Combine(Folder, "munge.socket")));
        Start("slurmctld", "-D", "-f", conf);
        foreach (string node in Nodes)
        {
            Start("slurmd", "-N", node, "-D", "-f", conf);
        }

        Until(() => Ask("sinfo", "--noheader", "--Node", "--states=idle").Split('\n').Length > Nodes.Length);
    }

    public string Folder { get; }

    public static bool IsAskedFor => Environment.GetEnvironmentVariable(Variable) == "1";

    public void Dispose()
    {
        Ask("scancel", "--user=" + Environment.UserName);
        foreach (Process daemon in Enumerable.Reverse(_daemons))
        {
            daemon.Kill();
            daemon.WaitForExit();
            daemon.Dispose();
        }

        Environment.SetEnvironmentVariable("SLURM_CONF", null);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>What a program of Slurm's prints.</summary>
    public static string Ask(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    public static void Until(Func<bool> there)
    {
        var clock = Stopwatch.StartNew();
        while (!there())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "it took more than two minutes");
            Thread.Sleep(200);
        }
    }

    private void Start(string program, params string[] arguments)
    {
        string log = Path.Combine(Folder, "logs", $"{program}-{_daemons.Count}.txt");
        var start = new ProcessStartInfo("sh", ["-c", $"exec \"$@\" > '{log}' 2>&1", "sh", program, .. arguments]);
        _daemons.Add(Process.Start(start)!);
    }

    private static string Configuration(string folder) =>
        $"""
            ClusterName=research
            SlurmctldHost={Environment.MachineName}(127.0.0.1)
            SlurmctldPort=16917
            AuthType=auth/munge
            AuthInfo=socket={folder}/munge.socket
            CredType=cred/munge
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            AccountingStorageType=accounting_storage/none
            JobCompType=jobcomp/none
            JobAcctGatherType=jobacct_gather/none
            ReturnToService=2
            SlurmdParameters=config_overrides
            MpiDefault=none
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool-%n
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd-%n.pid
            MinJobAge=300
            KillWait=5
            SlurmdTimeout=20
            SchedulerParameters=batch_sched_delay=1,sched_interval=2,bf_interval=2
            NodeName=n1 NodeHostname={Environment.MachineName} NodeAddr=127.0.0.1 Port=16921 CPUs=2 RealMemory=4000
            NodeName=n2 NodeHostname={Environment.MachineName} NodeAddr=127.0.0.1 Port=16922 CPUs=2 RealMemory=4000
            PreemptType=preempt/partition_prio
            PreemptMode=CANCEL
            PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE PriorityTier=1 State=UP
            PartitionName={Urgent} Nodes=n1,n2 MaxTime=INFINITE PriorityTier=9 State=UP

            """;
}
