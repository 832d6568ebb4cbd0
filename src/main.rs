//! x
use apologue::*;
use std::path::Path;
struct P(output::Publisher);
impl pipeline::Sink for P { fn expect(&self, n: usize) { eprintln!("{n} outputs"); } fn take(&self, o: output::Output) -> Result<(), output::Error> { self.0.stage(o) } }
fn main() {
    let p = P(output::Publisher::begin(Path::new("public"), Path::new(".")).unwrap());
    let r = pipeline::run(Path::new("."), &Default::default(), &p).unwrap();
    let m = strings::messages::Messages::new("en".parse().unwrap());
    for d in &r.problems { let s = m.say(d); println!("{}[{}] {}:{}:{} {} {:?} {:?}", d.severity.as_str(), d.code, d.place.as_ref().map(|p| p.path.to_string()).unwrap_or_default(), d.place.as_ref().map(|p| p.line).unwrap_or(0), d.place.as_ref().map(|p| p.column).unwrap_or(0), s.message, s.help, d.suggestion); }
    println!("{} works {:?} {} pages complete {}", r.works, r.editions, r.pages, r.complete);
    if r.complete { println!("{:?}", p.0.publish()); }
}
